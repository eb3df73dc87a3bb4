/** The one workbook that the grid shows. */
export const unitId = "workbook";
