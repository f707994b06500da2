export const sources = (count: number) => (count === 1 ? '1 source' : `${count} sources`);
