/** Whether a version such as `1.7.10+dfsg` is the wanted one or a later one. Parts that are no numbers count as less than any number. */
export const isAtLeast = (version, wanted) => {
  const parts = version.split(/[.+~-]/).map(Number);
  for (const [position, part] of wanted.split('.').map(Number).entries()) {
    if ((parts[position] ?? 0) !== part) return (parts[position] ?? 0) > part;
  }
  return true;
};
