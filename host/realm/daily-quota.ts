import type { HostState } from "./host-state";

const day = 86_400_000;

/**
 * A quota per user and day: it starts at the first request and is full again 24 hours of virtual time later
 * (PLATFORM-70). `take` returns whether enough was left.
 */
export const dailyQuota = (host: HostState, name: string, limit: number) => {
  const windows = host.slot(
    `quota ${name}`,
    () => new Map<string, { readonly since: number; used: number }>(),
  );
  const current = () => {
    const known = windows.get(host.user);
    const now = host.clock.now();
    if (known !== undefined && now < known.since + day) return known;
    const fresh = { since: now, used: 0 };
    windows.set(host.user, fresh);
    return fresh;
  };
  return {
    left: (): number => limit - current().used,
    take: (count: number): boolean => {
      const window = current();
      if (window.used + count > limit) return false;
      window.used += count;
      return true;
    },
  };
};
