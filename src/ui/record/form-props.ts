import type { ComponentChildren } from "preact";

/**
 * What each form of the screen is given: the key that it is opened for, or "", and what is drawn above its fields.
 */
export interface FormProps {
  readonly about: string;
  readonly children: ComponentChildren;
}
