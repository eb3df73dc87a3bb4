import { createStore } from "../state/create-store";

/** The key of the reward whose panel is open. */
export const openedReward = createStore<string | undefined>(undefined);

/** Opens the panel that says why a reward is so much, wherever the reward is shown (REWARD-12). */
export const openReward = (key: string): void => openedReward.set(key);
