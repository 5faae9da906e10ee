const SAMPLE = /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test-data|dist|bower_components)\//;

/** Whether a manifest lies where projects are test data or products of a build, and nobody means them when naming a project. */
export function isSample(path: string): boolean {
  return SAMPLE.test(path);
}
