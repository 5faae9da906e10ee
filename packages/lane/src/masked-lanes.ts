import type { LaneHandler, LanePort } from '@breakwater/model';

/** Lanes whose answers and news, which are recorded and shown, hold no secret. The raw logs are the owner's and stay as they are. */
export function maskedLanes(lanes: LanePort, mask: (text: string) => string): LanePort {
  const quiet = (handler: LaneHandler): LaneHandler => ({ ...handler, news: (news) => handler.news(masked(news, mask)) });
  return {
    ...lanes,
    open: async (order, handler) => masked(await lanes.open(order, quiet(handler)), mask),
    verify: async (order, handler) => masked(await lanes.verify(order, quiet(handler)), mask),
    regenerate: async (order, handler) => masked(await lanes.regenerate(order, quiet(handler)), mask),
    close: async (id, kept) => masked(await lanes.close(id, kept), mask),
  };
}

/** Every text in plain JSON. */
function masked<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((one) => masked(one, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, mask)])) as T;
}
