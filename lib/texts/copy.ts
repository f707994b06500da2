/** The words of the button that copies a report, and of the outcome. */
export const copyTexts = {
  list: 'Copy report of what needs action',
  part: (scope: string) => `Copy report: ${scope}`,
  searched: (search: string) => `“${search}”`,
  unknownProfile: 'not known',

  copied: 'Report copied.',
  refused: 'The browser does not let the panel copy. Copy the report from here:',
  failed: 'The report could not be made: what is stored could not be read. Nothing was copied.',
  changed: 'The sources changed meanwhile. Nothing was copied: copy again.',
};
