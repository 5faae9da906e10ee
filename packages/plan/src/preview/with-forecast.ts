import type { Plan } from '@breakwater/model';
import { type ForecastFacts, forecastRun } from './forecast-run.js';

/** The plan with what a run of it may take. The id stays: it names what is arranged, and a forecast changes with every run. */
export function withForecast(plan: Plan, facts: ForecastFacts): Plan {
  const run = forecastRun(plan, facts);
  const forecast = { ...plan.forecast, estimates: facts.estimates, ...(run === undefined ? {} : { run }) };
  return { ...plan, forecast };
}
