namespace PolicyLang.Text;

// Public here; the runtime of models has the other part, and keeps it to itself.
public static partial class NearestName;
