/**
 * Loaded before a program: its clock is ahead of the system's by as many milliseconds as the file FAULT_CLOCK says, from the moment it
 * says so. Timers and clocks that only go forward are left alone, as when somebody sets the clock of a machine.
 */
import { readFileSync } from 'node:fs';

const RealDate = Date;

function ahead() {
  try {
    return Number(readFileSync(process.env.FAULT_CLOCK, 'utf8'));
  } catch {
    return 0;
  }
}

globalThis.Date = class extends RealDate {
  constructor(...words) {
    super(...(words.length === 0 ? [RealDate.now() + ahead()] : words));
  }

  static now() {
    return RealDate.now() + ahead();
  }
};
