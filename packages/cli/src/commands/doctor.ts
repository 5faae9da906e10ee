import { doctor } from '@breakwater/api';
import type { Finding } from '@breakwater/model';
import { renderFindings, renderJson } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';

export interface DoctorFlags {
  readonly repo?: string;
  readonly json: boolean;
  readonly repair: boolean;
}

export async function doctorCommand(flags: DoctorFlags, context: Context): Promise<ExitCode> {
  const found = await doctor(flags, context.world);
  if (!found.ok) return fail(found.error, context, flags.json);
  if (flags.json) context.io.out(renderJson({ findings: found.value }));
  else context.io.out(textOf(found.value, context.io));
  return codeOf(found.value);
}

function textOf(findings: readonly Finding[], { outView }: Context['io']): string {
  const left = findings.some(({ about }) => about === 'leftover') ? '' : 'Nothing is left of earlier runs.\n';
  return `${renderFindings(findings, outView)}${left}`;
}

/** A run could not begin as things are, or something is left. */
function codeOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ about, state }) => state === 'bad' && about !== 'leftover')) return EXIT.environment;
  return findings.some(({ state }) => state === 'bad') ? EXIT.someFailed : EXIT.done;
}
