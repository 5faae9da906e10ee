import { describe, expect, it } from 'vitest';
import { commandEnvironment } from './command-environment.js';

/** Names of what is given. */
function given(names: readonly string[], allowed: readonly string[] = []): readonly string[] {
  return Object.keys(commandEnvironment(Object.fromEntries(names.map((name) => [name, 'x'])), allowed).given);
}

describe('the environment of commands', () => {
  it.each([
    ['PATH', 'HOME', 'USER', 'SHELL', 'LANG', 'LC_ALL', 'TZ', 'TERM', 'TMPDIR', 'CI'],
    ['http_proxy', 'HTTPS_PROXY', 'no_proxy', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'],
    ['npm_config_registry', 'NPM_CONFIG_CACHE', 'NX_BASE', 'NODE_OPTIONS', 'COREPACK_HOME', 'PNPM_HOME', 'XDG_CACHE_HOME'],
    ['DOTNET_ROOT', 'NUGET_PACKAGES', 'JAVA_HOME', 'CARGO_HOME', 'GOPATH', 'PYTHONPATH', 'CFLAGS', 'LD_LIBRARY_PATH'],
    ['GIT_AUTHOR_NAME', 'GIT_CONFIG_GLOBAL', 'PLAYWRIGHT_BROWSERS_PATH', 'DOCKER_HOST'],
  ])('has what builds and tests need: %s, %s, …', (...names) => {
    expect(given(names)).toEqual([...names].sort());
  });

  it.each(['DATABASE_URL', 'GH_HOST', 'AWS_PROFILE', 'SSH_AUTH_SOCK', 'GOOGLE_CLOUD_PROJECT', 'KUBECONFIG', 'MY_SETTING'])(
    'has not %s unless it is allowed by name',
    (name) => {
      expect(commandEnvironment({ [name]: 'x', PATH: '/bin' }, [])).toEqual({ given: { PATH: '/bin' }, withheld: [name] });
      expect(commandEnvironment({ [name]: 'x' }, [name])).toEqual({ given: { [name]: 'x' }, withheld: [] });
    },
  );

  it('takes a star for all names that begin so', () => {
    expect(given(['AWS_PROFILE', 'AWS_REGION', 'AZURE_HOME'], ['AWS_*'])).toEqual(['AWS_PROFILE', 'AWS_REGION']);
    expect(given(['AWS_PROFILE', 'MY_SETTING'], ['*'])).toEqual(['AWS_PROFILE', 'MY_SETTING']);
  });

  it.each(['NODE_AUTH_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'NUGET_API_KEY', 'npm_config_auth_token'])(
    'has the secret %s only when it is named in full',
    (name) => {
      expect(given([name])).toEqual([]);
      expect(given([name], ['*', `${name.slice(0, 4)}*`])).toEqual([]);
      expect(given([name], [name])).toEqual([name]);
    },
  );

  it('names that only look like one of a family are of none', () => {
    expect(given(['PATHS', 'HOMEWORK', 'GOAL', 'NODES', 'CIRCLE'])).toEqual([]);
  });
});
