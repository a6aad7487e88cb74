// .NET Standard 2.0 has neither spans nor dates without a further package, and this one has no dependencies.
#if NET
global using Day = System.DateOnly;
global using Values = System.ReadOnlySpan<long>;
#else
global using Day = System.DateTime;
global using Values = long[];
#endif
