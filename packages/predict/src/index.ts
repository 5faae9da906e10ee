export { pastBrief } from './backtest/past-brief.js';
export { pastOutcome } from './backtest/past-outcome.js';
export { type PastPlan, pastPlans } from './backtest/past-plans.js';
export type { PlanOutcome } from './backtest/plan-outcome.js';
export { type BacktestInput, summarizeBacktest } from './backtest/summarize-backtest.js';
export { pairRisks } from './pair-risks.js';
export { type PredictionInput, predictTouches } from './predict-touches.js';
export { symbolQuestions } from './symbol-questions.js';
export { textTerms } from './text-terms.js';
