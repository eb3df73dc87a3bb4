import { useEffect, useRef, useState } from "preact/hooks";
import { MenuList } from "../menus/menu";
import { topMenus } from "../menus/top-menus";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";

/** File, Edit, … and the menus of the script; arrows move between them. */
export function MenuBar() {
  const [opened, open] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const page = usePart(client, (state) => state.page);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!bar.current?.contains(event.target as Node)) open(null);
    };
    addEventListener("pointerdown", outside, true);
    return () => removeEventListener("pointerdown", outside, true);
  }, []);
  if (page === null) return <div class="menu-bar" />;
  const menus = topMenus(page);
  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = bar.current?.querySelectorAll<HTMLElement>(".menu-top");
    if (step !== undefined) buttons?.[(index + step + menus.length) % menus.length]?.focus();
    else if (event.key === "ArrowDown") open(menus[index]?.caption ?? null);
    else return;
    event.preventDefault();
  };
  const close = (): void => {
    open(null);
    theGrid()?.focus();
  };
  return (
    <div class="menu-bar" role="menubar" aria-label="Menus" ref={bar}>
      {menus.map(({ caption, points }, index) => (
        <div class="menu-place" role="none" key={caption}>
          <button
            type="button"
            role="menuitem"
            class="menu-top"
            tabIndex={index === 0 ? 0 : -1}
            aria-haspopup="menu"
            aria-expanded={opened === caption}
            onClick={() => open(opened === caption ? null : caption)}
            onMouseEnter={() => opened !== null && open(caption)}
            onKeyDown={(event) => move(event, index)}
          >
            {caption}
          </button>
          {opened === caption && <MenuList label={caption} points={points} close={close} />}
        </div>
      ))}
    </div>
  );
}
