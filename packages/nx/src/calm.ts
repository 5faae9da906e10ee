type Heard = (signal: NodeJS.Signals) => void;

/** A process that can be listened to, and left again. */
export interface Calm {
  readonly process: NodeJS.Process;
  readonly leave: () => void;
}

/**
 * A process whose SIGTERMs after the first signal are not heard. On one Ctrl-C Nx lets the terminal's SIGINT through and sends
 * SIGTERM after it, up to three times; that is one wish to stop, not a person who is in a hurry. A second Ctrl-C is.
 */
export function calm(process: NodeJS.Process): Calm {
  let asked = false;
  const heard: (readonly [NodeJS.Signals, Heard])[] = [];
  const on = (signal: NodeJS.Signals, hear: Heard): void => {
    const once = (): void => {
      if (asked && signal === 'SIGTERM') return;
      asked = true;
      hear(signal);
    };
    heard.push([signal, once]);
    process.on(signal, once);
  };
  return {
    process: Object.assign(Object.create(process), { on }),
    leave: () => {
      for (const [signal, once] of heard) process.off(signal, once);
    },
  };
}
