// One sentence of the news, while there is one.
export default async function ({ data, parentElement }) {
  const base = new URL("BASE_URL", document.baseURI);
  const [{ news }, { element, setText }, { lasting, endIfGone }] = await Promise.all(
    ["news.js", "elements.js", "lasting.js"].map((name) => import(new URL(name, base))),
  );
  lasting(parentElement, () => {
    const sentence = element("p", { class: "news-words", hidden: true });
    parentElement.append(sentence);
    const stop = news.listen(({ words }) => {
      setText(sentence, words[data.name] ?? "");
      sentence.hidden = !words[data.name];
    });
    return {
      destroy() {
        stop();
        sentence.remove();
      },
    };
  });
  return () => endIfGone(parentElement);
}
