// What axe finds on a page; run after axe itself.
// All rules but that of contrast look at everything. Contrast depends on the style alone and is slow to find out: it is
// looked at once for each style that a text of the page has, against each stack of grounds that it stands on.
// Where nothing but colours has changed since the last look, the rules of colour do.
async ({tags, coloursAlone}) => {
  const seen = new Set();
  const isNew = (text) => {
    const style = getComputedStyle(text);
    const key = [text.localName, style.color, style.fontSize, style.fontWeight, style.textDecorationLine];
    for (let at = text; at; at = at.parentElement) key.push(getComputedStyle(at).backgroundColor);
    const told = key.join();
    return !seen.has(told) && seen.add(told);
  };
  const hasText = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const styles = [...document.querySelectorAll("body *")].filter((one) => hasText(one) && isNew(one));
  const ask = (where, runOnly, rules = {}) => axe.run(where, {runOnly, rules, resultTypes: ["violations"]});
  const answers = [await ask({include: styles}, ["color-contrast", "link-in-text-block"])];
  if (!coloursAlone) answers.push(await ask(document, tags, {"color-contrast": {enabled: false}}));
  return answers.flatMap(({violations}) => violations.map(({id, nodes}) => `${id} ${nodes[0].target}`));
}
