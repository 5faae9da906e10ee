export { pairRisks } from './pair-risks.js';
export { type PredictionInput, predictTouches } from './predict-touches.js';
export { symbolQuestions } from './symbol-questions.js';
