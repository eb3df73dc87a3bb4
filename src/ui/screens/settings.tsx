import { type Changes, changesOf } from "../form/changes";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { savedValues, settingIds } from "../settings/changes";
import { NoticesSection } from "../settings/notices-section";
import { PagesSection } from "../settings/pages-section";
import { ScheduleSection } from "../settings/schedule-section";
import { Version } from "../shell/release";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

const FORM = "settings";

/** All settings as a form, and the schedule: its owner, and whether the program runs (SETTING-1, RUN-12). */
export function Settings() {
  const settings = useLoad("show-settings", {});
  const { output, reload } = settings;
  const saved = savedValues(output?.settings ?? []);
  const { programStart } = saved;
  const setBy = output?.settings.find(({ name }) => name === "pagesSetBy")?.value;
  const shown = { ...saved, ...(programStart && { programStart: text.day(String(programStart)) }) };
  const form = useForm("change-settings", {}, "", shown);
  const act = useAct("change-settings");
  const change = async (changes: Changes<"change-settings">) => {
    const reply = await act.start(changes);
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    const { changed } = reply.output;
    form.reset();
    reload();
    if (changed.length === 0) return showToast("Nothing changed.");
    const side = (of: "from" | "to") =>
      Object.fromEntries(changed.map((each) => [each.name, each[of]]));
    showToast(`${text.count(changed.length, "setting")} changed.`, {
      label: "Undo",
      go: () => void change(changesOf(side("from"), side("to"))),
    });
  };
  return (
    <ScreenFrame
      title="Settings"
      status={form.error && <Refusal error={form.error} />}
      actions={
        output && (
          <Button look="action" type="submit" form={FORM} isBusy={act.isBusy}>
            Save
          </Button>
        )
      }
    >
      <ScheduleSection
        isPaused={saved.paused === "yes"}
        isBusy={act.isBusy}
        pages={
          saved.partnerPageAddress
            ? `They run as the person who deployed the web app. ${setBy ? `${setBy} entered its address` : "Its address was typed into the cell"}`
            : output && "Not turned on"
        }
        onPause={(paused) => void change({ paused })}
      />
      <WhenLoaded loaded={settings}>
        {(output) => (
          <form
            id={FORM}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void change(changesOf(form.typed, saved));
            }}
          >
            {settingIds.map((id) => (
              <FormFieldRow
                key={id}
                form={form}
                id={id}
                hidesOptional
                error={output.settings.find(({ name }) => name === id)?.problem || undefined}
              />
            ))}
            <FormFieldRow form={form} id="reason" hint="Shown in Activity with the change." />
          </form>
        )}
      </WhenLoaded>
      {output && <NoticesSection />}
      {saved.partnerPageAddress && <PagesSection />}
      <Version />
    </ScreenFrame>
  );
}
