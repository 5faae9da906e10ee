import { failedText } from '@breakwater/git';
import type { Failure } from '@breakwater/model';

/** One sentence for a task's failure, from whatever the repository answered. */
export function failureMessage(failure: Failure): string {
  if ('message' in failure) return failure.message;
  if (failure.reason === 'git-failed') return failedText(failure);
  if (failure.reason === 'unsaved-work') return failure.places.map(({ place, files }) => unsaved(place, files)).join('; ');
  return failure.reason;
}

function unsaved(place: string, files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `${place} holds unsaved work: ${files.slice(0, 3).join(', ')}${more}`;
}
