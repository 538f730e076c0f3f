// Streamlit calls this when the component is mounted, and again with every change of the scene.
const players = new WeakMap();

export default async function ({ data, parentElement, setTriggerValue }) {
  const base = new URL("BASE_URL", document.baseURI);
  const { mount } = await import(new URL("player.js", base));
  if (!players.has(parentElement)) {
    const player = { emit: setTriggerValue };
    player.handle = mount(parentElement, {
      plotlyUrl: new URL("plotly.min.js", base).href,
      cssUrl: new URL("player.css", base).href,
      emit: (name, value) => player.emit(name, value),
    });
    players.set(parentElement, player);
  }
  const player = players.get(parentElement);
  player.emit = setTriggerValue;
  player.handle.update(data);

  // A call that was overtaken by the next one is cleaned up too, while the player goes on.
  return () =>
    setTimeout(() => {
      if (parentElement.isConnected || !players.delete(parentElement)) return;
      player.handle.destroy();
    });
}
