import { useEffect, useRef, useState } from "preact/hooks";

/** A value that parts of the page watch. */
export type Store<T> = {
  readonly get: () => T;
  readonly set: (change: Partial<T>) => void;
  readonly watch: (listener: () => void) => () => void;
};

/** Makes a store; its watchers are told after each change. */
export function createStore<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The part of a store that a component shows; it redraws when that part changes. */
export function usePart<T extends object, P>(store: Store<T>, part: (value: T) => P): P {
  const latest = useRef(part);
  latest.current = part;
  const [shown, show] = useState(() => part(store.get()));
  useEffect(() => {
    const look = (): void => show(() => latest.current(store.get()));
    look();
    return store.watch(look);
  }, [store]);
  return shown;
}
