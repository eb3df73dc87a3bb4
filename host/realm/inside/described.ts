/** What the host is told about a service's object that a script returned. */
export interface Described {
  readonly className: string;
  readonly plain: unknown;
}
