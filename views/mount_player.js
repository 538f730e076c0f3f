// Streamlit calls this when the component is mounted, and again with every change of the scene.
const players = new WeakMap();

export default async function ({ data, parentElement, setTriggerValue }) {
  const { link, presentation, ...scene } = data;
  const base = new URL("BASE_URL", document.baseURI);
  const [{ mount }, { createAddress }] = await Promise.all([
    import(new URL("player.js", base)),
    import(new URL("address.js", base)),
  ]);
  if (!players.has(parentElement)) {
    const player = { emit: setTriggerValue };
    player.address = createAddress((query) => player.emit("address", query));
    player.handle = mount(parentElement, {
      plotlyUrl: new URL("plotly.min.js", base).href,
      cssUrl: new URL("player.css", base).href,
      emit: (name, value) => player.emit(name, value),
      onView: (view) => player.address.look(view),
      presentation: presentation && {
        ...presentation,
        onToggle: (view) => player.address.present(!presentation.on, view),
      },
    });
    players.set(parentElement, player);
  }
  const player = players.get(parentElement);
  player.emit = setTriggerValue;
  player.handle.update(scene);
  player.address.show(link);

  // A call that was overtaken by the next one is cleaned up too, while the player goes on.
  return () =>
    setTimeout(() => {
      if (parentElement.isConnected || !players.delete(parentElement)) return;
      player.handle.destroy();
      player.address.destroy();
    });
}
