import { useEffect, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { dayInWords } from "./day-in-words";
import { MenuBar } from "./menu-bar";

/** In ms; shorter work shows no sign. */
const patience = 400;

/** The workbook's name, whether it is saved, the menus, and the virtual day. */
export function TopBar() {
  const page = usePart(client, (state) => state.page);
  const name = page?.name;
  useEffect(() => {
    if (name !== undefined) document.title = `${name} – Tributary`;
  }, [name]);
  return (
    <header class="top-bar">
      <img class="logo" src="/icon.svg" alt="" width="40" height="40" />
      <div class="title-and-menus">
        <div class="title-line">
          <h1 class="title">{page?.name ?? "Opening…"}</h1>
          <SavedLine />
        </div>
        <MenuBar />
      </div>
      {page !== null && (
        <>
          <button
            type="button"
            class="day-pill"
            title="The program's own clock"
            onClick={() => client.set({ tab: "clock" })}
          >
            <span aria-hidden="true">◷</span> {dayInWords(page.clock.day)}, {page.clock.time}
            {page.clock.isHeld && " · held"}
          </button>
          <span class="person" title={page.user} role="img" aria-label={`You are ${page.user}`}>
            {page.user.slice(0, 1).toUpperCase()}
          </span>
        </>
      )}
    </header>
  );
}

function SavedLine() {
  const [page, isWorking, isConnected] = [
    usePart(client, (state) => state.page),
    usePart(client, ({ working }) => working > 0),
    usePart(client, ({ connected }) => connected),
  ];
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWorking) return setLong(false);
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, [isWorking]);
  const words = !isConnected
    ? "The host does not answer. Is it still running?"
    : isLong
      ? "Working…"
      : page === null
        ? ""
        : page.file === null
          ? "In memory only"
          : page.unsaved !== null
            ? `Not saved: ${page.unsaved}`
            : page.isSaved
              ? `Saved in ${page.file}`
              : `Opened from ${page.file}; changes are not saved there`;
  return (
    <span
      class={isConnected && !page?.unsaved ? "saved" : "saved is-lost"}
      role="status"
      title={words}
    >
      {isLong && isConnected && <span class="spinner" aria-hidden="true" />}
      {words}
    </span>
  );
}
