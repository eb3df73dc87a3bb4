import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { Modal } from "./modal";

/** An error message, until the person has closed it. */
export function NoticeBox() {
  const notice = usePart(client, (state) => state.notice);
  if (notice === null) return null;
  const close = (): void => client.set({ notice: null });
  return (
    <Modal title={notice.title} close={close} name="notice">
      <h2 class="modal-title">{notice.title}</h2>
      <p class="modal-text">{notice.text}</p>
      <div class="modal-buttons">
        <button type="button" class="button is-main" onClick={close}>
          OK
        </button>
      </div>
    </Modal>
  );
}
