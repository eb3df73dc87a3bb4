import { type TableName, tableOf } from "../tables";

/**
 * The schema of this release's workbooks. A column that a release adds to a tab says `since` with its number; a release
 * that adds none leaves it as it is (UPGRADE-2).
 */
export const SCHEMA = 3;
/** That of workbooks which say none: releases before the schema was kept. */
export const FIRST_SCHEMA = 1;

/** The ids of a tab's columns that workbooks of a schema have not got yet. */
export const columnsAfter = (name: TableName, schema: number): readonly string[] =>
  Object.entries(tableOf(name).columns).flatMap(([id, { since }]) => (since > schema ? [id] : []));
