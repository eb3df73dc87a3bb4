import { ForecastChart } from "../forecast/forecast-chart";
import { ForecastTable } from "../forecast/forecast-table";
import { Button, IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

/** What will be owed over the coming months, by currency: a chart and a table, which can be written to a tab. */
export function Forecast() {
  const loaded = useLoad("forecast", {});
  const { output, isLoading, reload } = loaded;
  const [chosen, setChosen] = useNamedState("forecast currency", "");
  const act = useAct("write-forecast");
  const forecasts = output?.forecasts ?? [];
  const shown = forecasts.find(({ currency }) => currency === chosen) ?? forecasts[0];
  const write = async () => {
    const reply = await act.start({});
    if (reply?.ok) showToast(`The tab “${reply.output.tab}” has the forecast and its charts.`);
  };
  return (
    <ScreenFrame
      title="Forecast"
      beside={<IconButton icon="reload" label="Refresh" isOff={isLoading} onClick={reload} />}
      status={act.error && <Refusal error={act.error} />}
      actions={
        shown && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void write()}>
            {act.isBusy ? "Writing" : "Write to a tab"}
          </Button>
        )
      }
    >
      <WhenLoaded loaded={loaded}>
        {() =>
          !shown ? (
            <Empty icon="chart" title="Nothing is owed">
              <p>No rewards are waiting to be paid, and no drips are running.</p>
            </Empty>
          ) : (
            <>
              {forecasts.length > 1 && (
                <Chips
                  name="forecast-currency"
                  label="Currency"
                  options={forecasts.map(({ currency }) => ({ value: currency, label: currency }))}
                  value={shown.currency}
                  onValue={setChosen}
                />
              )}
              <ForecastChart forecast={shown} />
              <ForecastTable forecast={shown} />
            </>
          )
        }
      </WhenLoaded>
    </ScreenFrame>
  );
}
