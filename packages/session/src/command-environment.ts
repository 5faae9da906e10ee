import { isSecretName } from '@breakwater/model';

type Environment = Readonly<Record<string, string | undefined>>;

export interface CommandEnvironment {
  readonly given: Environment;
  /** Names of those that were left out, sorted. */
  readonly withheld: readonly string[];
}

/**
 * Of a person's environment what their prepare, verify and teardown commands get: what builds and tests are commonly steered by, and
 * what is allowed by name. `NAME_*` allows all that begin so and `*` all there are, except what is named like a secret: that is
 * allowed by its whole name only.
 */
export function commandEnvironment(environment: Environment, allowed: readonly string[]): CommandEnvironment {
  const isGiven = (name: string): boolean =>
    allowed.some((one) => sameName(one, name)) ||
    (!isSecretName(name) && (isCommon(name) || allowed.some((one) => isBelow(one, name))));
  const names = Object.keys(environment).sort();
  return {
    given: Object.fromEntries(names.filter(isGiven).map((name) => [name, environment[name]])),
    withheld: names.filter((name) => !isGiven(name)),
  };
}

/** Windows does not tell `Path` from `PATH`. */
const caseless = process.platform === 'win32';

function sameName(one: string, other: string): boolean {
  return one === other || (caseless && one.toUpperCase() === other.toUpperCase());
}

function isBelow(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return false;
  const start = pattern.slice(0, -1);
  return sameName(start, name.slice(0, start.length));
}

/** Proxies and settings of npm are written in both cases everywhere. */
function isCommon(name: string): boolean {
  const upper = name.toUpperCase();
  return COMMON.has(upper) || FAMILIES.some((start) => upper.startsWith(start));
}

const COMMON: ReadonlySet<string> = new Set(
  [
    // Who and where one is.
    'PATH HOME USER LOGNAME USERNAME SHELL PWD HOSTNAME LANG LANGUAGE TZ TMPDIR TMP TEMP',
    // How to speak to whoever reads.
    'TERM COLORTERM COLUMNS LINES NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE CI DEBUG DISPLAY WAYLAND_DISPLAY',
    // How to reach the network.
    'HTTP_PROXY HTTPS_PROXY ALL_PROXY FTP_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE',
    // Compilers.
    'CC CXX CPP LD AR CFLAGS CXXFLAGS CPPFLAGS LDFLAGS MAKEFLAGS CPATH LIBRARY_PATH LD_LIBRARY_PATH PKG_CONFIG_PATH',
    'SDKROOT DEVELOPER_DIR DYLD_LIBRARY_PATH DYLD_FALLBACK_LIBRARY_PATH',
    'GOPATH GOROOT GOPROXY GOFLAGS GOCACHE GOMODCACHE GOPRIVATE GONOPROXY GONOSUMDB GOSUMDB GOTOOLCHAIN GOOS GOARCH',
    // Browsers and databases of tests.
    'CHROME_BIN CHROME_PATH FIREFOX_BIN VIRTUAL_ENV',
    // Windows.
    'SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT OS APPDATA LOCALAPPDATA PROGRAMDATA PUBLIC ALLUSERSPROFILE USERPROFILE',
    'USERDOMAIN HOMEDRIVE HOMEPATH NUMBER_OF_PROCESSORS PROGRAMFILES PROGRAMFILES(X86) PROGRAMW6432 PSMODULEPATH COMPUTERNAME',
    'COMMONPROGRAMFILES COMMONPROGRAMFILES(X86) COMMONPROGRAMW6432 PROCESSOR_ARCHITECTURE VCINSTALLDIR VSINSTALLDIR',
  ].flatMap((line) => line.split(' ')),
);

/** How the names of all settings of a tool begin. */
const FAMILIES: readonly string[] = [
  'LC_ XDG_ GIT_ NX_ NODE_ NPM_CONFIG_ COREPACK_ YARN_ PNPM_ BUN_ DENO_ NVM_ FNM_ VOLTA_ ASDF_ MISE_',
  'DOTNET_ NUGET_ MSBUILD JAVA_ JDK_ MAVEN_ MVN_ GRADLE_ KOTLIN_ ANDROID_ CARGO_ RUST CGO_ CMAKE_ CCACHE_ SCCACHE_',
  'PYTHON PIP_ UV_ POETRY_ PYENV_ CONDA_ RUBY BUNDLE_ GEM_ RBENV_ COMPOSER_ NIX_ HOMEBREW_',
  'VITEST_ JEST_ PLAYWRIGHT_ CYPRESS_ PUPPETEER_ ELECTRON_ TESTCONTAINERS_ DOCKER_ COMPOSE_',
].flatMap((line) => line.split(' '));
