// The library brings operators along, and what decorates operators. The program has its own operators, and decorates none:
// the list is empty, and nothing is made of its class.
const nothing = function Decorator() {};
nothing.forEach = () => {};
nothing.map = () => [];
export default nothing;
