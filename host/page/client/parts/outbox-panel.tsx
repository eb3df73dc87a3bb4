import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { useAnswer } from "./use-answer";

/** The mails that the script has sent; none of them leaves this machine. */
export function OutboxPanel() {
  const mails = usePart(client, ({ page }) => page?.mails ?? 0);
  const list = useAnswer("outbox", mails);
  if (list === null) return null;
  if (list.length === 0)
    return <p class="nothing">No mail has been sent. Mails stay here; none leaves this machine.</p>;
  return (
    <ul class="execution-list" aria-label="Mails">
      {list.map((mail, index) => (
        <li key={list.length - index}>
          <details class="execution">
            <summary>
              <strong class="execution-name">{mail.subject}</strong>
              <span class="execution-kind">to {mail.to}</span>
              <span class="execution-when">{mail.sentAt}</span>
            </summary>
            <pre class="mail-body">{mail.body}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
