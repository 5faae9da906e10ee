import type { Plan } from '@breakwater/model';
import type { Line } from '../line.js';
import { count, limit } from '../quantities.js';

/** What the sessions will cost, as far as earlier ones tell; else only where the run stops. */
export function costText({ tasks, forecast }: Plan, budgetUsd: number | undefined): string | Line {
  const usd = forecast.run?.usd;
  if (usd === undefined || forecast.run === undefined) return unknownText(budgetUsd);
  const [low, high] = [dollars(usd.p50), dollars(usd.p90)];
  const range = low === high ? low : `${low} to ${high}`;
  const from = `from ${count(forecast.run.sessions, 'earlier session')} here`;
  if (budgetUsd === undefined) return `${range}, ${from}; no budget set`;
  if (usd.p50 <= budgetUsd) return `${range} of your ${limit(budgetUsd)} budget, ${from}`;
  const fit = Math.floor((budgetUsd / usd.p50) * tasks.length);
  return [
    {
      text: `${range}, more than your ${limit(budgetUsd)} budget: about ${fit} of ${count(tasks.length, 'task')} fit`,
      role: 'warn',
    },
  ];
}

function unknownText(budgetUsd: number | undefined): string {
  if (budgetUsd === undefined) return 'no session here has told its cost yet, and no budget is set';
  return `no session here has told its cost yet; stops at your ${limit(budgetUsd)} budget`;
}

/** Cents only where they matter. */
function dollars(usd: number): string {
  return usd < 5 ? `$${usd.toFixed(2).replace(/\.00$/, '')}` : `$${Math.round(usd)}`;
}
