import { didYouMean } from '../text/nearest-name.js';
import { quoted, shortened } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

/** `{port:name}` in the environment of lanes that names no range: the session would get the braces. */
export const portNames: ConfigCheck = ({ written, located }) => {
  const ports = Object.keys(written.lanes?.ports ?? {});
  return Object.entries(written.lanes?.env ?? {}).flatMap(([variable, template]) => {
    const wanted = [...template.matchAll(/\{port:([^{}]+)\}/g)].map(([, name = '']) => name);
    return wanted
      .filter((name) => !ports.includes(name))
      .map((name) => {
        const hint = didYouMean(name, ports) ?? `Write a range for it:   ports: { ${name}: 4200-4299 }`;
        const message = `lanes.env.${shortened(variable)} asks for the port ${quoted(name)}, and there is no such range`;
        return faultAt(located, ['lanes', 'env', variable], { code: 'E_PORT_UNKNOWN', message, hint });
      });
  });
};
