import { isSecretName } from '@breakwater/model';

/** Keys as GitHub, GitLab, Slack, AWS, Google, npm, Stripe and the makers of models write them; private keys; tokens of the form JWT. */
const SHAPES =
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|sk-[\w-]{20,}|[rs]k_live_\w{16,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Characters. A shorter value is found in too many innocent words. */
const SHORTEST = 8;
const MASK = '[masked]';

type Environment = Readonly<Record<string, string | undefined>>;

/** Replaces the values of secrets in the environment, and whatever has the shape of a well-known key. */
export function secretMask(environment: Environment): (text: string) => string {
  const values = Object.entries(environment)
    .flatMap(([name, value = '']) => (isSecretName(name) && value.length >= SHORTEST ? [value] : []))
    .sort((a, b) => b.length - a.length);
  return (text) => values.reduce((masked, value) => masked.replaceAll(value, MASK), text).replace(SHAPES, MASK);
}
