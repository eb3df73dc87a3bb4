import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MenuPoint } from "./points";

type ListProps = {
  readonly label: string;
  readonly points: readonly MenuPoint[];
  readonly close: () => void;
  readonly at?: { readonly x: number; readonly y: number };
};

/** An open menu: arrows move, Escape closes, right and left open and leave a submenu. */
export function MenuList({ label, points, close, at }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState({ x: 0, y: 0 });
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    setMoved(intoView(current));
    current.querySelector<HTMLElement>(".menu-item")?.focus();
  }, []);
  const move = (event: KeyboardEvent): void => {
    const items = [
      ...(list.current?.querySelectorAll<HTMLElement>(":scope > .menu-row > .menu-item") ?? []),
    ];
    const now = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (event.key === "Escape" || event.key === "ArrowLeft" || event.key === "Tab") close();
    else return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };
  const place = {
    ...(at && { left: `${at.x}px`, top: `${at.y}px`, position: "fixed" as const }),
    translate: `${moved.x}px ${moved.y}px`,
  };
  return (
    <div class="menu-list" role="menu" aria-label={label} ref={list} onKeyDown={move} style={place}>
      {points.map((point, index) => (
        <MenuRow key={index} point={point} close={close} />
      ))}
    </div>
  );
}

/** Pixels from the window's edges. */
const margin = 8;

/** How far a menu must move to lie in the window; a submenu that is too far right opens to the left. */
function intoView(list: HTMLElement): { readonly x: number; readonly y: number } {
  const { top, right, bottom, width } = list.getBoundingClientRect();
  const row = list.parentElement?.closest(".menu-row")?.getBoundingClientRect();
  const beyond = right + margin - innerWidth;
  const x = beyond <= 0 ? 0 : row ? -width - row.width : -beyond;
  const y = Math.min(0, innerHeight - margin - bottom);
  return { x, y: Math.max(y, margin - top) };
}

function MenuRow({ point, close }: { readonly point: MenuPoint; readonly close: () => void }) {
  const [isOpen, open] = useState(false);
  if (point.kind === "separator") return <hr class="menu-line" />;
  if (point.kind === "text") return <Row class="menu-text">{point.caption}</Row>;
  if (point.kind === "absent")
    return (
      <Row>
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          class="menu-item is-absent"
          aria-disabled="true"
        >
          <span>
            {point.caption} <small class="menu-why">{point.why}</small>
          </span>
        </button>
      </Row>
    );
  if (point.kind === "item") {
    const run = (): void => {
      close();
      point.run();
    };
    return (
      <Row>
        <button
          type="button"
          {...(point.isOn === undefined
            ? { role: "menuitem" as const }
            : { role: "menuitemradio" as const, "aria-checked": point.isOn })}
          tabIndex={-1}
          class="menu-item"
          onClick={run}
        >
          <span>{point.caption}</span>
          {point.isOn && <span aria-hidden="true">✓</span>}
          {point.hint && (
            <span class="menu-hint" aria-hidden="true">
              {point.hint}
            </span>
          )}
        </button>
      </Row>
    );
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowRight" || isOpen) return;
    event.preventDefault();
    open(true);
  };
  return (
    <Row enter={() => open(true)} leave={() => open(false)}>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        class="menu-item"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => open(true)}
        onKeyDown={key}
      >
        <span>{point.caption}</span>
        <span aria-hidden="true">▸</span>
      </button>
      {isOpen && <MenuList label={point.caption} points={point.points} close={close} />}
    </Row>
  );
}

type RowProps = {
  readonly class?: string;
  readonly children: ComponentChildren;
  readonly enter?: () => void;
  readonly leave?: () => void;
};

/** An item of a menu; it contains its submenu, so that moving into that does not leave it. */
function Row({ class: name, children, enter, leave }: RowProps) {
  return (
    <div class={`menu-row ${name ?? ""}`} role="none" onMouseEnter={enter} onMouseLeave={leave}>
      {children}
    </div>
  );
}
