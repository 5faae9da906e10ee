/** Reads a place that must exist; the compiler cannot know that it does. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`Internal error: nothing at place ${index} of ${list.length}`);
  return value;
}
