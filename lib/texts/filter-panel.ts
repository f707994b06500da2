/** The words of the panel that *Filter & group* opens. */
export const filterPanelTexts = {
  profile: 'Profile',
  allProfiles: 'All Profiles',
  platform: 'Platform',
  allPlatforms: 'All platforms',
  groupBy: 'Group by',
  groupings: { profile: 'Profile', status: 'Status', platform: 'Platform' },
  sortBy: 'Sort by',
  sortings: { worst: 'Worst first', oldest: 'Oldest data first', name: 'Name' },
};
