import { checkedGlobs } from '@breakwater/glob';
import type { HubRule } from '@breakwater/model';

/**
 * The rule by which a file that two tasks changed is put together: the first that names it and does not keep them apart anyway. Letters'
 * case is ignored, as where tasks are kept apart.
 */
export function hubRuleOf(hubs: readonly HubRule[]): (path: string) => HubRule | undefined {
  const rules = hubs
    .filter(({ policy }) => policy !== 'serialize')
    .map((rule) => ({ rule, files: checkedGlobs(rule.files, { ignoreCase: true }) }));
  return (path) => rules.find(({ files }) => files.matches(path))?.rule;
}

/**
 * What becomes of a conflict in a file: with `union` the lines of both sides, with `regenerate` and `ignore` what is integrated already,
 * in the one case until a command makes the file anew. Undefined: it stays a conflict.
 */
export function settleByHubs(hubs: readonly HubRule[]): (path: string) => 'union' | 'ours' | undefined {
  const ruleOf = hubRuleOf(hubs);
  return (path) => {
    const policy = ruleOf(path)?.policy;
    if (policy === undefined) return undefined;
    return policy === 'union' ? 'union' : 'ours';
  };
}
