import { expect, it } from 'vitest';
import { isBot } from './is-bot.js';

it.each([
  ['renovate[bot]', '1+renovate[bot]@users.noreply.example.org'],
  ['Shop Release Bot', 'team@example.org'],
  ['dotnet bot', 'x@example.org'],
  ['Shop DevOps', '1+shop-devops-bot@example.org'],
  ['', 'bot@example.org'],
  ['Weblate', 'noreply@example.org'],
  ['Weblate (bot)', 'hosted@example.org'],
  ['GitHub Actions', 'actions@example.org'],
  ['github-actions', 'a@example.org'],
])('%s <%s> is a program', (name, address) => {
  expect(isBot({ name, address })).toBe(true);
});

it.each([
  ['Ann', 'ann@example.org'],
  ['Scott Talbot', 'talbot@example.org'],
  ['Bo', 'botbob@bot.example.org'],
  ['Renovated Rita', 'rita@example.org'],
  ['', ''],
])('%s <%s> is a person', (name, address) => {
  expect(isBot({ name, address })).toBe(false);
});
