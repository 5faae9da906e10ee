/** What the guard says to a call; the words are read by the model. */
export type Judgement =
  /** Nothing against it; the permission rules decide. */
  | { readonly say: 'nothing' }
  | { readonly say: 'no'; readonly why: string }
  /** It happened already; the model is told. */
  | { readonly say: 'undo'; readonly why: string };

/** In the form Claude Code expects of a hook. */
export function hookAnswer(judgement: Judgement): object {
  if (judgement.say === 'nothing') return {};
  if (judgement.say === 'undo') return { decision: 'block', reason: judgement.why };
  return {
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: 'deny',
      permissionDecisionReason: judgement.why,
    },
  };
}
