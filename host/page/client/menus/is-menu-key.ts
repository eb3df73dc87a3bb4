/** Whether a key asks for the menu of what has the focus: the menu key, or Shift+F10. */
export const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === "ContextMenu" || (key === "F10" && shiftKey);
