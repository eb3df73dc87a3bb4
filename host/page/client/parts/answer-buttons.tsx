/** The buttons at the end of a form that is taken or left. */
export function AnswerButtons({
  close,
  name,
}: {
  readonly close: () => void;
  readonly name: string;
}) {
  return (
    <div class={name}>
      <button type="button" class="button" onClick={close}>
        Cancel
      </button>
      <button type="submit" class="button is-main">
        OK
      </button>
    </div>
  );
}
