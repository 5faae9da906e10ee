import { logRank, type SignalGroup } from './signal-group.js';

const LAST = { message: 3_000, vote: 500 };

/** What commits with like messages changed. */
export const pastSignals: SignalGroup = {
  names: ['message', 'messageRank', 'messageScore', 'vote', 'voteRank', 'likest'],
  measure: ({ messages, votes }) => {
    return (file) => [
      (messages.of[file] ?? 0) / messages.best,
      logRank(messages.rank(file), LAST.message),
      messages.of[file] ?? 0,
      votes.files.of[file] ?? 0,
      logRank(votes.files.rank(file), LAST.vote),
      votes.likest[file] ?? 0,
    ];
  },
};
