namespace PolicyLang.Text;

// Public here; the runtime of models has the other part, and keeps it to itself.
internal static partial class NearestName;
