import type { Output } from "../../engine/contract/contract";
import { Icon } from "../parts/icon";

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail exactly as it goes: to whom, its subject, its HTML in a frame that can do nothing, and its plain text. */
export function MailFrame({ mail: { to, subject, html, text } }: { readonly mail: Mail }) {
  return (
    <>
      <p>
        To <b>{to}</b>
      </p>
      <p>{subject}</p>
      <iframe class="mail" title="The mail" sandbox="" srcdoc={html} />
      <details>
        <summary class="line faint">
          The same as plain text <Icon name="down" />
        </summary>
        <section class="mail" aria-label="The mail as plain text">
          {text}
        </section>
      </details>
    </>
  );
}

/** The mail of a statement, and whether it was sent or can't go yet. */
export function MailPreview({ mail }: { readonly mail: Output<"preview-statement-mail"> }) {
  const { sent, final } = mail;
  return (
    <>
      <MailFrame mail={mail} />
      {sent && <p class="nudge">It was already sent.</p>}
      {!final && (
        <p class="nudge">
          It can be sent once its month is final: until then the balance may change.
        </p>
      )}
    </>
  );
}
