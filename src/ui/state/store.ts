import { useEffect, useState } from "preact/hooks";
import { createStore, type Store } from "./create-store";

export { createStore, type Store };

/** The store's value; redraws when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState<{ readonly of: T }>({ of: store.get() });
  useEffect(() => {
    const update = () => setValue({ of: store.get() });
    update();
    return store.listen(update);
  }, [store]);
  return value.of;
}

const stores = new Map<string, Store<unknown>>();
/** The store of a name, created with `initial` the first time. */
export function namedStore<T>(name: string, initial: T): Store<T> {
  const store = (stores.get(name) ?? createStore<unknown>(initial)) as Store<T>;
  stores.set(name, store as Store<unknown>);
  return store;
}

/** State that lives under a name while the sidebar is open. */
export function useNamedState<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const store = namedStore(name, initial);
  return [useStore(store), store.set];
}
