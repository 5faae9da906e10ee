import { expect, it } from 'vitest';
import { componentName } from './component-name.js';

it('is that of its file, where it is a name', () => {
  expect(['UserCard.vue', 'a/B.svelte', 'a.b/Nav2.astro'].map(componentName)).toEqual(['UserCard', 'B', 'Nav2']);
  const none = ['a/user-card.vue', '+page.svelte', 'index.vue', 'UserCard.ts', 'User.Card.vue', 'UserCard.vue/x'];
  expect(none.map(componentName)).toEqual(new Array(none.length).fill(undefined));
});
