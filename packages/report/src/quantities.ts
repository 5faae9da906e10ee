const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `three`, from thirteen on `13`. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

/** `1 file`, `4 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Dollars: `$0.36`. */
export function money(usd: number): string {
  return `$${Math.max(0, usd).toFixed(2)}`;
}

/** A limit in dollars, as a person writes it: `$10`, `$2.50`. */
export function limit(usd: number): string {
  return Number.isInteger(usd) ? `$${usd}` : money(usd);
}

/** Seconds as a clock shows them: `4:26`, `1:04:26`. Never negative, for clocks jump. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, '0')];
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** Seconds in a sentence: `42 s`, `24 min`. */
export function roughly(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}

/** Tokens: `950`, `64k`, `1.2M`. */
export function tokens(number: number): string {
  if (number < 1000) return String(number);
  return number < 999_500 ? `${Math.round(number / 1000)}k` : `${(number / 1_000_000).toFixed(1)}M`;
}

/** Seconds from one wall time to another, ISO 8601; 0 when the clock went back or cannot be read. */
export function secondsBetween(from: string, to: string): number {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

/** Lines of a change: `+63 −12`; `minus` is the sign the reader's terminal can show. */
export function lineCounts({ added, removed }: { readonly added: number; readonly removed: number }, minus = '-'): string {
  return `+${added} ${minus}${removed}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
