/** How often a collided task is taken up again by itself. A second try costs a session; a third has never seen anything that the second had not. */
export const REWORKS = 1;
