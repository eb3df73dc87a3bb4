import { useEffect, useState } from "preact/hooks";
import { createStore, type Store } from "./create-store";

export { createStore, type Store };

/** The store's value, drawn anew when it changes. */
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
/** The store of a name, made with `initial` when first asked. */
export function namedStore<T>(name: string, initial: T): Store<T> {
  const store = (stores.get(name) ?? createStore<unknown>(initial)) as Store<T>;
  stores.set(name, store as Store<unknown>);
  return store;
}

/** What a person typed or chose, kept under a name while the sidebar is open. */
export function useNamedState<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const store = namedStore(name, initial);
  return [useStore(store), store.set];
}
