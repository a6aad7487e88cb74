using Transfers.Api;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, TransferJson.Default));
// A request that cannot be read is the client's mistake in every environment.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
WebApplication app = builder.Build();
app.MapPost("/transfers/assess", AssessTransfer.Handle);
app.Run();
