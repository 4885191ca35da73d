export default function Page() { return <p>Suncode</p>; }
