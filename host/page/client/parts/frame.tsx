import { useEffect, useRef } from "preact/hooks";
import type { Panel } from "../../wire";
import { serveFrame } from "../frame/serve-frame";

/** What Google allows an add-on's page (PLATFORM-78). */
const sandbox =
  "allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";

type FrameProps = {
  readonly panel: Panel;
  readonly close: () => void;
  readonly resize?: (size: { readonly width?: number; readonly height?: number }) => void;
};

/** The page of a sidebar or dialog, in a frame of another origin. */
export function Frame({ panel, close, resize }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const origin = `http://127.0.0.1:${location.port}`;
  const doing = useRef({ close, resize });
  doing.current = { close, resize };
  useEffect(
    () =>
      serveFrame({
        frame: () => frame.current,
        origin,
        close: () => doing.current.close(),
        resize: (size) => doing.current.resize?.(size),
      }),
    [origin],
  );
  return (
    <iframe
      key={panel.id}
      ref={frame}
      class="frame"
      title={panel.title}
      sandbox={sandbox}
      src={`${origin}/frame/${panel.id}`}
    />
  );
}
